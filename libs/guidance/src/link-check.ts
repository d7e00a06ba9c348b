export const LINK_OUTCOMES = ['found', 'gone', 'moved', 'unclear'] as const;
/**
 * What asking for a link found: the page is there; it is not (404, 410); it leads to where we do not follow; or nothing
 * can be said, since the site refused, failed or was silent.
 */
export type LinkOutcome = (typeof LINK_OUTCOMES)[number];

/** One answer to asking for a link. */
export interface LinkAnswer {
  readonly outcome: LinkOutcome;
  /** The last status of HTTP; null where there was none. */
  readonly status: number | null;
}

/** What is known of a link from asking for it. It says nothing of what the page says. */
export interface LinkCheck extends LinkAnswer {
  readonly link: string;
  /** Civil date (ISO) of the last answer. */
  readonly checkedOn: string;
  /** How many times in a row nothing could be said. */
  readonly unclearTimes: number;
}

/** Asks one address once, following nothing. @param signal ends the asking. @throws any error where there is no answer. */
export type AskLink = (
  address: URL,
  method: 'HEAD' | 'GET',
  signal: AbortSignal,
) => Promise<{ readonly status: number; readonly location: string | undefined }>;

/** Redirects that are followed. */
const MOST_REDIRECTS = 5;
/** Milliseconds for one question. */
const PATIENCE = 15_000;
/** A site may be down for a day: so many times in a row is no accident. */
const UNCLEAR_IS_BROKEN = 3;

/** Whether somebody should look for where the page went. */
export function isBroken({ outcome, unclearTimes }: LinkCheck): boolean {
  return outcome === 'gone' || outcome === 'moved' || unclearTimes >= UNCLEAR_IS_BROKEN;
}

/** The hosts of these links, as far as they are asked at all: by HTTPS. */
export function hostsOf(links: Iterable<string>): ReadonlySet<string> {
  return new Set([...links].flatMap((link) => addressOf(link)?.host ?? []));
}

/** Whether a link is asked for: by HTTPS, on one of these hosts, without a name or password in it. */
export function isAsked(link: string, hosts: ReadonlySet<string>): boolean {
  const address = addressOf(link);
  return address !== undefined && hosts.has(address.host);
}

/**
 * Asks for a link: its head, and where that is refused the page. Redirects are followed to other pages of these hosts only.
 *
 * @param patience milliseconds for one question.
 */
export async function followLink(
  link: string,
  hosts: ReadonlySet<string>,
  ask: AskLink,
  patience = PATIENCE,
): Promise<LinkAnswer> {
  let at = link;
  let status: number | null = null;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    if (!isAsked(at, hosts)) return { outcome: 'moved', status };
    const address = new URL(at);
    const answer = await askPolitely(address, ask, patience);
    if (!answer) return { outcome: 'unclear', status: null };
    status = answer.status;
    if (!isRedirect(answer)) return { outcome: outcomeOf(status), status };
    at = URL.canParse(answer.location, address) ? new URL(answer.location, address).href : '';
  }
  return { outcome: 'moved', status };
}

type Answer = Awaited<ReturnType<AskLink>>;

/** Some sites answer a question for the head alone with anything: only what went well counts. */
async function askPolitely(
  address: URL,
  ask: AskLink,
  patience: number,
): Promise<Answer | undefined> {
  const head = await askOnce(address, 'HEAD', { ask, patience });
  return head && head.status < 400 ? head : askOnce(address, 'GET', { ask, patience });
}

function askOnce(
  address: URL,
  method: 'HEAD' | 'GET',
  { ask, patience }: { ask: AskLink; patience: number },
): Promise<Answer | undefined> {
  return ask(address, method, AbortSignal.timeout(patience)).catch(() => undefined);
}

function isRedirect(answer: Answer): answer is Answer & { readonly location: string } {
  return answer.status >= 300 && answer.status < 400 && answer.location !== undefined;
}

function outcomeOf(status: number): LinkOutcome {
  if (status >= 200 && status < 300) return 'found';
  return status === 404 || status === 410 ? 'gone' : 'unclear';
}

function addressOf(link: string): URL | undefined {
  if (!URL.canParse(link)) return undefined;
  const address = new URL(link);
  const isPlain = address.username === '' && address.password === '';
  return address.protocol === 'https:' && isPlain ? address : undefined;
}
