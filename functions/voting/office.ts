import * as contract from '../../shared/voting/contract/office';
import { type Binding, bindAll } from '../platform/http';
import { bookPdf } from './slips/book-pdf';
import { makeBook } from './slips/make-book';
import { slipsSheet } from './slips/slips-sheet';

export const office: Binding[] = bindAll(contract, { makeBook, bookPdf, slipsSheet });
