import type { Definition, Subject } from '../../shared/voting/definition';
import { drawSubjects } from '../../shared/voting/draw';
import { sha256 } from './seal';

/** What somebody is asked about, in the order it is shown to them: by the vote's seed and their entry of the roll alone. */
export function askedOf(definition: Definition, entry: string): Subject[] {
  return drawSubjects(definition, sha256(`${definition.seed}/${entry}`), sha256);
}
