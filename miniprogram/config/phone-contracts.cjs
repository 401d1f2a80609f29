const PROCEDURE = /\bprocedure\(\{\n[\s\S]*?^\}\);/gm;
/** On a line of its own, or over several up to the line that closes it. */
const SERVERS =
  /^ {2}(?:who(?=: \[)|summary|phone|input|problems|rate|daily|idempotent): (?:.*,|.*[({[]\n[\s\S]*?^ {2}[)}\]]+,)\n/gm;

/**
 * A webpack loader for contracts: who may call, how often, with what, and what it is for are the server's and the document's to read. A phone
 * needs the name, where it is sent, whether anyone may, and what comes back; and of what it never calls, nothing.
 */
module.exports = (source) => {
  const left = source.replace(PROCEDURE, (declared) => `/*#__PURE__*/ ${declared.replace(SERVERS, '')}`);
  // What is written in another way must not pass unseen.
  if (/\bsummary:\s*['"`]/.test(left)) throw new Error('a procedure is written in another way');
  return left;
};
