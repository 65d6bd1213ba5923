import type { Component } from 'svelte';
import type { Language, TypedDocumentString } from '../gql/graphql';
import type { PublicPage } from '../lang/pages';
import * as home from '../pages/Home.svelte';
import { ask, Refusal } from './api';
import { pageAt } from './cursors';
import { codeOf, type Words } from './language';
import { askedFor, forgetting, viewOf, type Narrowable, type View } from './narrow';
import type { Place } from './place';
import { searched } from './searched';

interface Page {
  kind: 'page';
  page: Component<{ data: unknown; view: View | undefined }>;
  data: unknown;
  view: View | undefined;
  name: string;
  /** In place of the title of the page that the address names, where another is shown. */
  title?: Words;
  sample: boolean;
}

export type Loaded = Page | { kind: 'missing' };

export interface Answer {
  register?: { kind: 'REAL' | 'SAMPLE' } | null;
}

/** What a page's file holds: how it looks, what it asks for, and how its list can be narrowed. */
export interface PageFile<Data, Variables> {
  default:
    Component<{ data: Data }> | Component<{ data: Data; view: View }> | Component<Record<string, never>>;
  document: TypedDocumentString<Data, Variables>;
  narrowable?: Narrowable;
}

/** The page and its data belong together here and are never parted afterwards. */
export const pageOf = (
  page: Component<never>,
  data: unknown,
  name: string,
  sample: boolean,
  view?: View,
): Page => ({
  kind: 'page',
  page: page as Component<{ data: unknown; view: View | undefined }>,
  data,
  view,
  name,
  sample,
});

/** A page that is shown whatever the address names, under a title of its own. */
export const instead = ({ default: page, title }: { default: Component<never>; title: Words }): Loaded => ({
  ...pageOf(page, {}, '', false),
  title,
});

export type Load = (place: Place, fresh: boolean) => Promise<Loaded>;

/** Asks for a list; a filter by what the register does not know is left out and told. */
async function askList<Data>(
  asked: (view: View) => Promise<Data>,
  view: View,
): Promise<{ data: Data; view: View }> {
  try {
    return { data: await asked(view), view };
  } catch (error) {
    const name = error instanceof Refusal ? /^filter\.(\w+)$/.exec(error.field)?.[1] : undefined;
    const rest = name && forgetting(view, name);
    if (!rest) throw error;
    return askList(asked, rest);
  }
}

/** A page: what it asks for follows from the address, and its name from the answer. */
function route<Data extends Answer, Variables>(
  file: () => PageFile<Data, Variables> | Promise<PageFile<Data, Variables>>,
  variables: (place: Place, language: Language) => object = () => ({}),
  nameOf: (data: Data) => string | null | undefined = () => '',
): Load {
  return async (place, fresh) => {
    const { default: page, document, narrowable } = await file();
    const language = codeOf(place.lang);
    const asked = (more: object): Promise<Data> =>
      // What an address can say is checked by the API, not by types.
      ask(document, { language, ...variables(place, language), ...more } as Variables, fresh);
    const { data, view } = narrowable
      ? await askList((v) => asked(askedFor(v, narrowable)), viewOf(place.query, narrowable))
      : { data: await asked({}), view: undefined };
    // Only a register that was never imported has this page: it comes when it is needed.
    if (!data.register) return instead(await import('../pages/Empty.svelte'));
    const name = nameOf(data);
    if (name == null) return { kind: 'missing' };
    return pageOf(page, data, name, data.register.kind === 'SAMPLE', view);
  };
}

export const bySlug = ({ slug }: Place) => ({ slug });
const byCode = ({ slug }: Place) => ({ code: slug });

function byText({ query }: Place) {
  const address = new URLSearchParams(query);
  const text = address.get('q')?.trim() ?? '';
  return { text, asked: searched(text), ...pageAt(query) };
}

// The home page comes with the app, being where most readers arrive; the others when they are wanted.
const routes: Record<PublicPage, Load> = {
  home: route(() => home),
  signings: route(() => import('../pages/Signings.svelte')),
  signing: route(
    () => import('../pages/Signing.svelte'),
    bySlug,
    (data) => data.signing?.titleText.value,
  ),
  conventions: route(() => import('../pages/Conventions.svelte')),
  convention: route(
    () => import('../pages/Convention.svelte'),
    bySlug,
    (data) => data.convention?.reference,
  ),
  partners: route(() => import('../pages/Partners.svelte')),
  partner: route(
    () => import('../pages/Partner.svelte'),
    bySlug,
    (data) => data.partner?.nameText.value,
  ),
  sources: route(() => import('../pages/Sources.svelte')),
  source: route(
    () => import('../pages/Source.svelte'),
    bySlug,
    ({ source }) => source && (source.title ?? source.publisherText?.value),
  ),
  commitments: route(() => import('../pages/Commitments.svelte')),
  commitment: route(
    () => import('../pages/Commitment.svelte'),
    bySlug,
    (data) => data.commitment?.wordingText.value,
  ),
  regions: route(() => import('../pages/Regions.svelte')),
  region: route(
    () => import('../pages/Region.svelte'),
    byCode,
    (data) => data.region?.name,
  ),
  sectors: route(() => import('../pages/Sectors.svelte')),
  sector: route(
    () => import('../pages/Sector.svelte'),
    byCode,
    (data) => data.sector?.name,
  ),
  openings: route(() => import('../pages/Openings.svelte')),
  opening: route(
    () => import('../pages/Opening.svelte'),
    bySlug,
    (data) => data.opening?.occupationText.value,
  ),
  search: route(() => import('../pages/Search.svelte'), byText),
  persons: route(() => import('../pages/Persons.svelte')),
  developers: route(() => import('../pages/Developers.svelte')),
};

const isPublic = (page: string): page is PublicPage => page in routes;

export const load: Load = async (place, fresh) => {
  if (!place.page) return { kind: 'missing' };
  if (isPublic(place.page)) return routes[place.page](place, fresh);
  // How pages for those who sign in are asked for comes with the first of them.
  const { own } = await import('./own');
  return own[place.page](place, fresh);
};
