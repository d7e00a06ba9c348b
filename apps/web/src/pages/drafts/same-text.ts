/** Whether two texts are the same words, whatever a form made of their line ends. */
export function isSameText(one: string, other: string): boolean {
  return inOneForm(one) === inOneForm(other);
}

/** A text as it is kept: in one Unicode form, its lines ended alike. */
export function inOneForm(text: string): string {
  return text.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim();
}
