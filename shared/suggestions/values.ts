import * as z from 'zod/mini';

/** 大会 or 闭会: while the congress meets, or between its meetings. */
export const OCCASIONS = ['session', 'between'] as const;
/** 全文公开 or 仅公开标题. */
export const DISCLOSURES = ['full', 'title'] as const;
/** How it came about (形成方式): 专题调研, 座谈, 走访, 其他. */
export const ORIGINS = ['research', 'forum', 'visit', 'other'] as const;
/** Raised for years without being solved (多年多次未解决). */
export const UNSOLVED = ['two', 'three', 'more'] as const;
/** 满意, 基本满意, 不满意. */
export const RATINGS = ['satisfied', 'basically', 'dissatisfied'] as const;
/** Where something goes that is not a suggestion. */
export const ELSEWHERE = ['request', 'petition', 'hotline', 'court', 'arbitration', 'other'] as const;
/** How the department spoke with the deputies. */
export const WAYS = ['visit', 'meeting', 'phone', 'writing'] as const;

export const Rating = z.enum(RATINGS);
export type Rating = z.infer<typeof Rating>;
export type Occasion = (typeof OCCASIONS)[number];
export type Disclosure = (typeof DISCLOSURES)[number];
export type Origin = (typeof ORIGINS)[number];
export type Unsolved = (typeof UNSOLVED)[number];
export type Elsewhere = (typeof ELSEWHERE)[number];
export type Way = (typeof WAYS)[number];
