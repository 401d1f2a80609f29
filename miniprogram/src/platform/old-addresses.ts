/** Pages that moved to their context, or have another name. Bookmarks and other people's scripts still have where they were. */
const MOVED: Record<string, string> = {
  '/console/pages/desk/index': '/console/requests/pages/worklist/index',
  '/console/pages/register/index': '/console/requests/pages/enter/index',
  '/console/pages/prints/index': '/console/directory/pages/prints/index',
  '/console/pages/roster/index': '/console/directory/pages/roster/index',
  '/console/pages/roles/index': '/console/identity/pages/roles/index',
  '/console/pages/sign-in/index': '/console/identity/pages/sign-in/index',
  '/identity/pages/desk/index': '/identity/pages/qr-sign-in/index',
  '/requests/pages/refer/index': '/answering/pages/refer/index',
};

/** Boxes of the worklist, by the names they had. */
const BOXES: Record<string, string> = { to_screen: 'to_moderate', to_decide: 'to_review' };

/** Where `#/page?query` leads now; the same where nothing moved. */
export function movedTo(hash: string): string {
  const [, path = '', rest = ''] = /^#(\/[^?]*)(.*)$/.exec(hash) ?? [];
  const to = MOVED[path];
  return to ? `#${to}${rest.replace(/([?&]box=)(\w+)/, (_, before, box) => before + (BOXES[box] ?? box))}` : hash;
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
