import { pages, type PageName } from '../lang/pages';
import { isLang, type Lang } from './language';

/** Where the reader is, read from the address. */
export interface Place {
  lang: Lang;
  /** Null where the address leads to no page. */
  page: PageName | null;
  slug: string;
  /** The address below the language, the same in every language. */
  path: string;
  /** What follows it, with its "?". */
  query: string;
}

/** Null where an escape is broken: it leads nowhere. */
export const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

function match(path: string): { page: PageName; slug: string } | null {
  const given = path.split('/');
  for (const [page, { pattern }] of Object.entries(pages)) {
    const wanted = pattern.split('/');
    const slug = wanted.at(-1) === ':slug' ? decoded(given.at(-1) ?? '') : '';
    const fits =
      wanted.length === given.length &&
      wanted.every((part, i) => (part === ':slug' ? !!slug : part === given[i]));
    if (fits) return { page: page as PageName, slug: slug ?? '' };
  }
  return null;
}

/** Null where the address names no language. */
export function placeOf(url: URL): Place | null {
  const lang = url.pathname.split('/')[1] ?? '';
  if (!isLang(lang)) return null;
  const path = url.pathname.slice(lang.length + 1) || '/';
  const found = match(path);
  return {
    lang,
    page: found?.page ?? null,
    slug: found?.slug ?? '',
    path,
    query: url.search,
  };
}

export const href = (lang: Lang, path: string): string => `/${lang}${path === '/' ? '' : path}`;

export const pathTo = (page: PageName, slug = ''): string =>
  pages[page].pattern.replace(':slug', encodeURIComponent(slug));
