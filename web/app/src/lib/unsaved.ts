import { onDestroy } from 'svelte';
import { site as words } from '../lang/site';
import { say } from './say.svelte';

const begun = new Set<object>();

/** Keeps in mind, for as long as a part stands, whether leaving the page would lose what was begun in it. */
export function unsaved(): (is: boolean) => void {
  const mark = {};
  let gone = false;
  onDestroy(() => {
    gone = true;
    begun.delete(mark);
  });
  return (is) => void (is && !gone ? begun.add(mark) : begun.delete(mark));
}

/** Whether the page may be left: nothing is lost by that, or who reads it has said so. */
export const mayLeave = (): boolean => begun.size === 0 || confirm(say(words.leave));

/** Has the browser ask, where it is it that leads elsewhere. */
export function askBeforeLeaving(event: BeforeUnloadEvent) {
  if (begun.size > 0) event.preventDefault();
}
