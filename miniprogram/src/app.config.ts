// The console of a station and of the congress's office: on a computer, so that no phone carries it.
const onComputers =
  process.env.TARO_ENV === 'h5'
    ? [
        {
          root: 'console',
          pages: [
            'requests/pages/worklist/index',
            'requests/pages/dashboard/index',
            'requests/pages/enter/index',
            'requests/pages/assigned/index',
            'requests/pages/board/index',
            'directory/pages/prints/index',
            'directory/pages/roster/index',
            'directory/pages/settings/index',
            'identity/pages/roles/index',
            'identity/pages/audit/index',
            'identity/pages/department/index',
            'identity/pages/sign-in/index',
            'identity/pages/second-factor/index',
            'appraisals/pages/list/index',
            'appraisals/pages/appraisal/index',
            'appraisals/pages/try/index',
            'promises/pages/list/index',
            'promises/pages/reports/index',
            'suggestions/pages/list/index',
            'suggestions/pages/one/index',
            'appraisals/pages/words/index',
            'appraisals/pages/report/index',
            'appraisals/pages/slips/index',
            'appraisals/pages/entry/index',
          ],
        },
      ]
    : [];

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/mine/index', 'pages/board/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'directory',
      pages: [
        'pages/place/index',
        'pages/unit/index',
        'pages/stations/index',
        'pages/deputy/index',
        'pages/code/index',
      ],
    },
    {
      root: 'requests',
      pages: [
        'pages/write/index',
        'pages/sent/index',
        'pages/follow/index',
        'pages/answer/index',
        'pages/referred/index',
        'pages/assigned/index',
        'pages/find/index',
        'pages/enter/index',
        'pages/entered/index',
        'pages/looks/index',
        'pages/board/index',
        'pages/public/index',
      ],
    },
    // Where a matter goes from whoever has it.
    {
      root: 'answering',
      pages: ['pages/pass/index', 'pages/decline/index', 'pages/aside/index', 'pages/refer/index'],
    },
    {
      root: 'identity',
      pages: [
        'pages/code/index',
        'pages/about/index',
        'pages/away/index',
        'pages/roles/index',
        'pages/department/index',
        'pages/qr-sign-in/index',
        'pages/sessions/index',
        'pages/own-data/index',
        'pages/erase/index',
      ],
    },
    {
      root: 'appraisals',
      pages: [
        'pages/rate/index',
        'pages/receipt/index',
        'pages/results/index',
        'pages/said/index',
        'pages/promised/index',
      ],
    },
    {
      root: 'promises',
      pages: ['pages/list/index', 'pages/promise/index', 'pages/report/index', 'pages/public/index'],
    },
    { root: 'suggestions', pages: ['pages/list/index', 'pages/write/index', 'pages/one/index'] },
    { root: 'notifications', pages: ['pages/list/index'] },
    ...onComputers,
  ],
  // Our own TabBar draws it: a deputy's second tab has another name, and numbers grow with the letters.
  tabBar: {
    custom: true,
    color: '@tab',
    selectedColor: '@tabOn',
    backgroundColor: '@tabBar',
    borderStyle: '@tabBorder' as 'black',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/mine/index', text: '我的事' },
      { pagePath: 'pages/board/index', text: '公开栏' },
      { pagePath: 'pages/me/index', text: '我' },
    ],
  },
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['directory', 'requests'] } },
  // The bar is ours, but the clock above it and WeChat's capsule are WeChat's: white, if nobody says otherwise.
  window: {
    navigationStyle: 'custom',
    navigationBarTextStyle: '@bar',
    backgroundTextStyle: 'dark',
    backgroundColor: '@page',
  },
  // A page slides in on H5 for as long as this says, and a back within that time leaves nothing on the screen: what hides the page below comes later.
  ...(process.env.TARO_ENV === 'h5' ? { animation: { duration: 0, delay: 0 } } : {}),
  darkmode: true,
  themeLocation: 'theme.json',
  sitemapLocation: 'sitemap.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  requiredPrivateInfos: ['chooseLocation'],
});
