// Sets the theme before the first paint. A file of its own, because the content security policy allows no inline
// script; the page's own code takes over from here (src/app/theme.ts).
(() => {
  const root = document.documentElement;
  let choice = /[#&]theme=(light|dark)(?:&|$)/.exec(location.hash)?.[1];
  if (!root.hasAttribute('data-embed')) {
    try {
      choice = localStorage.getItem('apigw-playground.theme');
    } catch {
      // Storage may be forbidden; the system's theme is a good answer then.
    }
  }
  const dark =
    choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
})();
