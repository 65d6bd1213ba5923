/** Whether the register can be searched for a text: it has a letter or a digit, and is not too long. */
export const searched = (text: string): boolean =>
  [...text.trim()].length <= 100 && /[\p{Script=Latin}\p{Script=Arabic}\p{Nd}]/u.test(text);
