/**
 * Questions to sit with before something of one's own goes out in public. They decide nothing and nothing is answered.
 *
 * @source MDU (S.mdu), THEMIS (S.themis) and BMA (S.bma): each has one of these tests. In our own words.
 */
export const REFLECTIVE_PROMPTS = [
  {
    id: 'newspaper',
    text: 'Would you be content to see it on the front page of a newspaper, with your name and your post beside it?',
  },
  {
    id: 'in-person',
    text: 'Would you say it in person to the patient or the colleague whom it touches, with others in the room?',
  },
] as const;

export type ReflectivePrompt = (typeof REFLECTIVE_PROMPTS)[number];

/** The prompts for a text by who reads it: none where it stays between a few. */
export function promptsFor(audience: string): readonly ReflectivePrompt[] {
  return audience === 'public' ? REFLECTIVE_PROMPTS : [];
}
