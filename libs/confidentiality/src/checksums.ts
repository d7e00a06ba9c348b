const WEIGHTED_LENGTH = 10;

/** NHS, CHI and H&C numbers: ten digits, modulus 11, weights 10 to 2. */
export function isModulus11(digits: string): boolean {
  if (digits.length !== WEIGHTED_LENGTH) return false;
  let sum = 0;
  for (let index = 0; index < 9; index++) sum += Number(digits[index]) * (WEIGHTED_LENGTH - index);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits[9]);
}

/** Irish health identifier: eighteen digits, GS1 modulus 10. */
export function isIndividualHealthIdentifier(digits: string): boolean {
  if (digits.length !== 18) return false;
  let sum = 0;
  for (let index = 0; index < 17; index++) sum += Number(digits[index]) * (index % 2 === 0 ? 3 : 1);
  return (10 - (sum % 10)) % 10 === Number(digits[17]);
}

/** Irish Personal Public Service number: seven digits, check letter by modulus 23, optional letter. */
export function isPpsNumber(value: string): boolean {
  const match = /^(\d{7})([a-w])([a-iw]?)$/.exec(value);
  if (!match) return false;
  const [, digits = '', letter = '', second = ''] = match;
  let sum = second === '' || second === 'w' ? 0 : (second.charCodeAt(0) - 96) * 9;
  for (let index = 0; index < 7; index++) sum += Number(digits[index]) * (8 - index);
  return (sum % 23 === 0 ? 'w' : String.fromCharCode(96 + (sum % 23))) === letter;
}

/** A CHI number begins with a date of birth, ddmmyy. */
export function beginsWithDate(digits: string): boolean {
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}
