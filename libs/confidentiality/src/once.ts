/** What is computed of the facts of a case the first time that it is asked for, and kept as long as they are. */
export function onceFor<Facts extends object, T>(
  compute: (facts: Facts) => T,
): (facts: Facts) => T {
  const known = new WeakMap<Facts, { readonly value: T }>();
  return (facts) => {
    const before = known.get(facts);
    if (before) return before.value;
    const value = compute(facts);
    known.set(facts, { value });
    return value;
  };
}
