import Handlebars from 'handlebars';

const engine = isolatedEngine();

/** A template ready to write its text from a checked context. */
export type TextWriter = (context: object) => string;

/**
 * Reads a body into Handlebars' tree, which nothing has checked yet.
 *
 * @throws Error with Handlebars' own message when the body is not well formed.
 */
export function parseBody(body: string): hbs.AST.Program {
  return engine.parse(requireText(body));
}

/**
 * Makes the writer of a body whose tree has passed the policy. Handlebars compiles at the first call
 * and keeps the result. `noEscape`: the text is plain text, and the page that shows it escapes it.
 */
export function compileBody(body: string): TextWriter {
  return engine.compile<object>(requireText(body), {
    strict: true,
    noEscape: true,
    knownHelpersOnly: true,
    knownHelpers: { with: false, log: false, lookup: false },
  });
}

/** Handlebars also takes a ready-made tree, which it would turn into code unchecked (CVE-2026-33937). */
function requireText(body: string): string {
  if (typeof body !== 'string') throw new TypeError('a template is a text');
  return body;
}

/** An engine of our own, without the helpers that reach further than a fact or write it to a log. */
function isolatedEngine(): typeof Handlebars {
  const own = Handlebars.create();
  for (const name of ['with', 'log', 'lookup']) own.unregisterHelper(name);
  own.unregisterDecorator('inline');
  return own;
}
