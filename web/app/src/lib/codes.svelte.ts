import type { PrivatePage } from '../lang/pages';
import { router, takeHash } from './router.svelte';
import { target } from './scrolls';

/** The codes that links brought, by their page: a change of language begins the page anew, without its "#". */
const taken = $state<Partial<Record<PrivatePage, string>>>({});

/** The code of a link. It is taken out of the address, and stays for as long as the document. */
export const codes = {
  of: (page: PrivatePage): string => taken[page] ?? '',
  take(page: PrivatePage) {
    // What leads to a place of the page is none; and once there is one, only what looks like one is another.
    const names = !taken[page] && !target();
    if (router.hash && (names || /^#?(P-[A-Z2-7]{4}-[A-Z2-7]{4}\.)?[A-Z2-7]{26}$/.test(router.hash)))
      taken[page] = takeHash();
  },
  forget(page: PrivatePage) {
    delete taken[page];
  },
};
