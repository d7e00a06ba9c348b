// Keeps what is typed into a draft, and says who else is at work. Without this file its button saves.

/** Quiet time after the last key before the words are kept, in milliseconds. */
const QUIET = 1000;
/** Time until it is tried again where it failed, doubled up to the longest. */
const AGAIN = 4000;
const LONGEST = 30_000;
/** Time between two signs of life, and without a key until none is given any more. */
const BEAT = 20_000;
const IDLE = 300_000;

/** What no second try would mend, by the status of the answer. */
const REFUSALS = {
  404: 'Not saved: this text cannot be changed any more. Your words are still here.',
  409: 'Not saved: this text cannot be changed any more. Your words are still here.',
  422: 'Not saved: the text is too long, or has characters that cannot be kept. Your words are still here.',
};

/** Starts it on every form that asks for it. */
export function startDraftKeeping(root) {
  for (const form of root.querySelectorAll('form[data-keep]')) new DraftKeeper(form, root).start();
}

class DraftKeeper {
  constructor(form, root) {
    this.form = form;
    this.root = root;
    this.field = form.elements.namedItem('text');
    this.version = Number(form.elements.namedItem('version').value);
    /** What the server holds; words of a refused form it does not hold. */
    this.kept = form.dataset.unkept === undefined ? this.field.defaultValue : undefined;
    this.timer = 0;
    this.failures = 0;
    this.isSending = false;
    this.isLeaving = false;
    this.lastSign = 0;
    this.lastKey = 0;
  }

  start() {
    this.field.addEventListener('input', () => {
      this.lastKey = Date.now();
      this.keepIn(QUIET);
      void this.beat();
    });
    this.field.addEventListener('focus', () => {
      this.lastKey = Date.now();
      void this.beat();
    });
    setInterval(() => void this.beat(), BEAT / 4);
    this.form.addEventListener('submit', () => this.goWith(true));
    addEventListener('online', () => this.keepIn(0));
    addEventListener('pagehide', () => this.sendLast());
    addEventListener('pageshow', () => this.goWith(false));
    addEventListener('beforeunload', (event) => {
      // Words that could not be kept are lost with the page: the browser asks first.
      if (!this.isLeaving && this.failures > 0 && this.isUnkept()) event.preventDefault();
    });
    if (this.isUnkept()) this.keepIn(0);
  }

  isUnkept() {
    return this.field.value !== this.kept;
  }

  /** A form that is sent saves the words itself. */
  goWith(isLeaving) {
    this.isLeaving = isLeaving;
    if (isLeaving) clearTimeout(this.timer);
  }

  keepIn(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.keep(), milliseconds);
  }

  async keep() {
    if (this.isSending || this.isLeaving || !this.isUnkept()) return;
    this.isSending = true;
    const text = this.field.value;
    const answer = await this.send(this.form.dataset.keep, { text, version: this.version });
    this.isSending = false;
    if (answer.desk) {
      this.kept = text;
      this.failures = 0;
      this.show(answer.desk, answer.desk.said);
      if (this.isUnkept()) this.keepIn(QUIET);
    } else if (answer.refusal) {
      this.say(answer.refusal);
    } else {
      this.say('Not saved yet; your words are still here.');
      this.keepIn(Math.min(AGAIN * 2 ** this.failures, LONGEST));
      this.failures += 1;
    }
  }

  /** A sign of life while somebody is at work and the page is looked at. */
  async beat() {
    const now = Date.now();
    const isAway = document.hidden || now - this.lastKey > IDLE;
    if (this.isLeaving || isAway || now - this.lastSign < BEAT) return;
    this.lastSign = now;
    const { desk } = await this.send(this.form.dataset.presence, {});
    if (desk) this.show(desk);
  }

  /** The last words, before the page goes. */
  sendLast() {
    if (this.isLeaving) return;
    const { keep, presence } = this.form.dataset;
    const body = { text: this.field.value, version: this.version };
    if (this.isUnkept()) void this.send(keep, body, { keepalive: true });
    if (this.lastSign > 0) void this.send(`${presence}/leaving`, {}, { keepalive: true });
  }

  async send(address, body, more = {}) {
    try {
      const response = await fetch(address, {
        method: 'POST',
        redirect: 'error',
        headers: {
          'content-type': 'application/json',
          'x-csrf-token': this.form.elements.namedItem('_csrf').value,
        },
        body: JSON.stringify(body),
        ...more,
      });
      if (response.ok) return { desk: response.status === 204 ? undefined : await response.json() };
      return { refusal: REFUSALS[response.status] };
    } catch {
      return {};
    }
  }

  show({ otherEditors, version }, said) {
    if (said) this.say(said);
    const place = this.root.getElementById('other-editors');
    if (place && place.textContent.trim() !== otherEditors.join('')) {
      place.replaceChildren(...otherEditors.map(paragraph));
      place.hidden = otherEditors.length === 0;
    }
    if (version === this.version) return;
    const button = this.form.querySelector('button[value="check"]').textContent.trim();
    const words = `Somebody else has saved another version meanwhile. Your words are kept. Press “${button}” to see both.`;
    put(this.root.getElementById('newer-version'), words);
  }

  say(words) {
    put(this.root.getElementById('kept-said'), words);
  }
}

/** A place that is told anew says nothing new to a screen reader, so it is left alone. */
function put(place, words) {
  if (place && place.textContent !== words) place.textContent = words;
}

function paragraph(words) {
  const made = document.createElement('p');
  made.className = 'govuk-body';
  made.textContent = words;
  return made;
}
