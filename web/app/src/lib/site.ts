/** Who runs this copy; null where nobody does. The server writes it into the page. */
export interface Operator {
  name: string;
  contact: string;
  legal: string;
}

export interface Site {
  operator: Operator | null;
  /** For how many months personal details are kept. */
  keptMonths: number;
}

export function readSite(document: Document): Site {
  const text = document.getElementById('site')?.textContent;
  return text ? (JSON.parse(text) as Site) : { operator: null, keptMonths: 24 };
}

export const site: Site = readSite(document);

/** A contact as a link: an address of mail, or of the web. */
export function contactLink(contact: string): string | null {
  if (/^https?:\/\//.test(contact)) return contact;
  return /^\S+@\S+$/.test(contact) ? `mailto:${contact}` : null;
}
