const SOUNDS_LIKE_Y = /(?:ie|ey|y)$/;

/** At most one edit for names of 5 letters or more, two from 8 letters; -y, -ie and -ey are heard as one. */
export function isMisspelling(written: string, known: string): boolean {
  const word = written.replace(SOUNDS_LIKE_Y, 'y');
  const name = known.replace(SOUNDS_LIKE_Y, 'y');
  const limit = name.length >= 8 ? 2 : name.length >= 5 ? 1 : 0;
  if (limit === 0 || word[0] !== name[0] || Math.abs(word.length - name.length) > limit)
    return false;
  return editDistance(word, name) <= limit;
}

/** Levenshtein distance with swaps of neighbours; both words are short. */
function editDistance(left: string, right: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1;
      let best = Math.min(
        previous[column]! + 1,
        current[column - 1]! + 1,
        previous[column - 1]! + cost,
      );
      const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (isSwap && row > 1 && column > 1) best = Math.min(best, older[column - 2]! + 1);
      current.push(best);
    }
    older = previous;
    previous = current;
  }
  return previous[right.length]!;
}
