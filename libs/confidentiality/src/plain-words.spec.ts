import { compileFacts } from './case-facts.js';
import { inspect } from './inspect.js';

const BEFORE =
  'Thank you for taking the time to leave a review. We read every comment and share it with our team. ';
const AFTER =
  ' We cannot discuss anything about anybody here. If you would like to talk to us, please call, and we will be glad to listen. Our complaints policy is on our website.';

const facts = compileFacts({});
const verdictOf = (text: string) =>
  inspect({ text, channel: 'review_reply', audience: 'public', facts }).verdict;

describe('plain words that tell whose patient their reader is', () => {
  it.each([
    'We’re sorry your operation hurt.',
    'Sorry about your operation, Mary.',
    'Dear Mary, sorry about the operation.',
    'Sorry about the op!',
    'I am sorry your hip replacement did not go to plan.',
    'Thank you for coming to see us about your knee.',
    'Thank you for trusting us with your care.',
    'Sorry for the wait at your appointment last week.',
    'We hope your asthma is better.',
    'Glad you are feeling better.',
    'I remember you well.',
    'Your records tell another story.',
    'You were never our patient.',
    'Glad the antibiotics worked.',
  ])('block “%s” by itself and in the middle of a reply that is safe', (words) => {
    expect(verdictOf(words)).toBe('block');
    expect(verdictOf(BEFORE + words + AFTER)).toBe('block');
  });

  it('are not found in what is said to anybody', () => {
    expect(verdictOf(BEFORE.trim() + AFTER)).toBe('pass');
    for (const words of [
      'Thank you for your patience.',
      'We hope that you will raise it with our team.',
      'We are sorry if any patient has had to wait for an operation.',
    ])
      expect([words, verdictOf(words)]).not.toEqual([words, 'block']);
  });
});
