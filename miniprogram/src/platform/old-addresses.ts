/** Pages of the desk that moved to their context. Bookmarks and other people's scripts still have where they were. */
const MOVED: Record<string, string> = {
  '/console/pages/desk/index': '/console/requests/pages/worklist/index',
  '/console/pages/register/index': '/console/requests/pages/enter/index',
  '/console/pages/prints/index': '/console/directory/pages/prints/index',
  '/console/pages/roster/index': '/console/directory/pages/roster/index',
  '/console/pages/roles/index': '/console/identity/pages/roles/index',
  '/console/pages/sign-in/index': '/console/identity/pages/sign-in/index',
};

/** Where `#/page?query` leads now; the same where nothing moved. */
export function movedTo(hash: string): string {
  const [, path = '', rest = ''] = /^#(\/[^?]*)(.*)$/.exec(hash) ?? [];
  const to = MOVED[path];
  return to ? `#${to}${rest}` : hash;
}

/** Called while the app is loaded, so that Taro's router only ever sees addresses of today, also of a link that is opened later. */
export function followMoved(): void {
  if (process.env.TARO_ENV !== 'h5') return;
  const follow = () => {
    const to = movedTo(window.location.hash);
    if (to !== window.location.hash) window.history.replaceState(window.history.state, '', to);
  };
  follow();
  window.addEventListener('popstate', follow);
}
