const key = 'mithaq.signedIn';

/** A browser that keeps nothing for this site throws: the link of the account is then that of nobody. */
function read(): boolean {
  try {
    return localStorage.getItem(key) === '1';
  } catch {
    return false;
  }
}

let signedIn = $state(read());

/**
 * Whether somebody is signed in, as far as this browser remembers. Public pages are the same for everyone and ask no one
 * who reads them: the words of one link are all that this decides.
 */
export const hint = {
  get signedIn(): boolean {
    return signedIn;
  },
  set(value: boolean) {
    signedIn = value;
    try {
      if (value) localStorage.setItem(key, '1');
      else localStorage.removeItem(key);
    } catch {
      // as above
    }
  },
};
