import type { End } from './door';

/** How what is offered and what is done may differ: `offered` and refused like this, or accepted without having been offered. */
type Exception = { offered: boolean; attempts: string[]; end: End; why: string };

/** The only places where the page and the API do not say the same; `matrix.txt` has every cell of them. */
export const EXCEPTIONS: Exception[] = [
  {
    offered: true,
    attempts: ['reassign-to-all'],
    end: 'not_your_deputies',
    why: 'Nobody has it as it is. To one of the deputies it can be given, which is the same act.',
  },
  {
    offered: true,
    attempts: ['pass-higher', 'reassign-higher'],
    end: 'asked_already',
    why: 'A question waits for the resident, or whether it may go to another level. To somebody near it can be given, which is the same act.',
  },
  {
    offered: true,
    attempts: ['reassign-higher'],
    end: 'not_your_deputies',
    why: 'That one has it. To another it can be given, which is the same act.',
  },
  {
    offered: true,
    attempts: ['publish'],
    end: 'words_not_checked',
    why: 'It can be declined at once, which is the same act; the page says that the words wait.',
  },
  {
    offered: true,
    attempts: ['approve', 'withhold', 'withhold-picture'],
    end: 'nothing_to_review',
    why: 'Another part of it is in doubt, or what was withheld can only be approved.',
  },
  {
    offered: true,
    attempts: ['solved', 'partly'],
    end: 'own_answer',
    why: 'It turned out to be theirs after they had answered it. That it is not solved they may say, which is the same act.',
  },
  {
    offered: true,
    attempts: ['merge'],
    end: 'department_leads',
    why: 'What a department has does not go into another; others go into it, which is the same act.',
  },
  {
    offered: true,
    attempts: ['merge'],
    end: 'hotline_leads',
    why: 'What is pending at the hotline does not go into another; others go into it, which is the same act.',
  },
  {
    offered: true,
    attempts: ['unnumber-hotline'],
    end: 'no_hotline_number',
    why: 'None is written down; writing one down is the same act.',
  },
  {
    offered: true,
    attempts: ['unnumber-hotline'],
    end: 'hotline_has_it',
    why: 'It is pending there under this number; putting the number right is the same act.',
  },
  {
    offered: false,
    attempts: ['not-solved'],
    end: 'ok',
    why: 'It was said to be solved a while ago: a phone that still asks may say otherwise, as by the act that is offered.',
  },
  {
    offered: false,
    attempts: ['take'],
    end: 'ok',
    why: 'One has it already: a second tap is no fault, and changes nothing, whatever became of it.',
  },
];
