import { sayDate } from '../../../shared/kernel/days';
import { countyKind } from '../../../shared/kernel/kinds';
import { writeDocx } from '../../platform/print/docx';
import { beginningOf, bodyOf, type Letter } from './letter';

/** The same letter as an office edits it in WPS, to seal it and send it on paper. */
export function letterDocx(letter: Letter): Buffer {
  const { countyName, called, resultClass, className, departmentName, on } = letter;
  const { to, first } = beginningOf(letter);
  return writeDocx([
    { style: 'Class', words: `${resultClass} 类　${className}` },
    { style: 'Title', words: `对${called}的答复` },
    { style: 'Plain', words: to },
    ...[first, ...bodyOf(letter)].map((line) => ({ style: 'Normal' as const, words: line })),
    { style: 'Plain', words: '' },
    { style: 'Right', words: departmentName },
    { style: 'Right', words: sayDate(on) },
    { style: 'Note', words: `抄送：${countyKind(countyName)}人大办公室` },
  ]);
}
