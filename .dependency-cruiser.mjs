// The import matrix of docs/architecture.md, as a failing check. One entry a room: where it lies and what of ours it may
// import (`kernel` everybody may). `$1` is the capability of the importing file.
const own = (...parts) => parts.map((part) => `^src/capabilities/$1/${part}`)
const NEIGHBOURS_DOOR = '^src/capabilities/[^/]+/public\\.ts$'
const TESTS = '\\.(test|examples)\\.tsx?$|/testing\\.tsx?$|/fixtures?/'

const rooms = [
  { name: 'kernel', from: '^src/kernel/', may: [] },
  { name: 'law', from: '^src/law/', may: ['^src/law/'] },
  { name: 'reader', from: '^src/reader/', may: ['^src/reader/'] },
  {
    name: 'platform',
    from: '^src/platform/',
    may: ['^src/platform/', '^src/(reader|law)/types\\.ts$', '^src/cli/command\\.ts$'],
  },
  { name: 'rules', from: '^src/capabilities/([^/]+)/rules/', may: [...own('rules/'), '^src/(reader|law)/types\\.ts$'] },
  {
    name: 'contract-and-policy',
    from: '^src/capabilities/([^/]+)/(?:contract|policy)[^/]*\\.tsx?$',
    may: [...own('rules/', 'contract'), '^src/(reader|law)/types\\.ts$'],
  },
  {
    name: 'store',
    from: '^src/capabilities/([^/]+)/store/',
    may: [
      ...own('rules/', 'contract', 'store/'),
      '^src/platform/(database/|ports\\.ts$)',
      '^src/reader/types\\.ts$',
      '^src/capabilities/[^/]+/store/[^/]+\\.table\\.ts$',
    ],
  },
  {
    name: 'actions-and-jobs',
    from: '^src/capabilities/([^/]+)/(?:actions|jobs)/',
    may: [
      ...own('rules/', 'store/', 'policy', 'contract', 'actions/', 'jobs/'),
      '^src/platform/(ports\\.ts$|changes/|audit/|files/(make-folder|whole-file|no-room)\\.ts$)',
      '^src/(reader|law)/types\\.ts$',
      NEIGHBOURS_DOOR,
    ],
  },
  {
    name: 'portal-and-api',
    from: '^src/capabilities/([^/]+)/(?:portal|api)/',
    may: [
      ...own('actions/', 'rules/', 'store/[^/]+\\.queries\\.ts$', 'contract', 'policy', 'portal/', 'api/'),
      '^src/platform/(http|session)/',
      '^src/platform/ports\\.ts$',
      '^src/portal/',
      '^src/reader/types\\.ts$',
      NEIGHBOURS_DOOR,
    ],
  },
  {
    name: 'desk-stays-behind-the-wire',
    from: '^src/capabilities/([^/]+)/desk/',
    may: [...own('desk/', 'contract'), '^src/desk/'],
  },
  {
    name: 'public-door',
    from: '^src/capabilities/([^/]+)/public\\.tsx?$',
    may: [...own('actions/', 'contract', 'rules/', 'store/[^/]+\\.queries\\.ts$'), '^src/platform/ports\\.ts$'],
  },
  {
    name: 'capability-manifest',
    from: '^src/capabilities/([^/]+)/(?:capability|[a-z-]+-commands)\\.tsx?$',
    may: [
      ...own('(?!desk/)'),
      '^src/capability\\.ts$',
      '^src/cli/command\\.ts$',
      '^src/platform/ports\\.ts$',
      '^src/portal/(shell|slots)\\.tsx?$',
      NEIGHBOURS_DOOR,
    ],
  },
  {
    name: 'portal-shell',
    from: '^src/portal/',
    may: ['^src/portal/', '^src/platform/http/', '^src/platform/ports\\.ts$'],
  },
  { name: 'desk-shell', from: '^src/desk/', may: ['^src/desk/'] },
  {
    name: 'what-a-capability-brings',
    from: '^src/(?:capability|cli/command)\\.tsx?$',
    may: ['^src/cli/command\\.ts$', '^src/platform/(ports|http/env)\\.ts$', '^src/portal/(shell|slots)\\.tsx?$'],
  },
]

const matrix = rooms.map(({ name, from, may }) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: [TESTS] },
  to: { path: '^src/', pathNot: ['^src/kernel/', ...may] },
}))

/** The last row of the matrix: these may import anything, and nobody imports them. A test holds that each file of src/ is one of them or has a room. */
const OUTER =
  '^src/(main|environment|commands|capabilities|open-deps|open-reader|reader-entry|reader-host|compose|compose-desk|demonstration|reader-worker|words-worker|seed)\\.tsx?$|^src/cli/(?!command\\.ts$)|^(tests|bench)/'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...matrix,
    {
      name: 'nobody-imports-the-outer-ring',
      severity: 'error',
      from: { path: '^src/', pathNot: [OUTER, TESTS] },
      to: { path: OUTER },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: [TESTS] },
      to: { path: '\\.test\\.tsx?$|^src/.*/testing\\.tsx?$' },
    },
    {
      name: 'the-followed-never-imports-its-followers',
      comment: 'The library writes the change log; search, feeds and home read it.',
      severity: 'error',
      from: { path: '^src/capabilities/(library|units)/' },
      to: { path: '^src/capabilities/(search|home)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-utils',
      comment: 'Generic code goes to kernel/ under the thing it is.',
      severity: 'error',
      from: {},
      to: { path: '^src/[^.]*/(utils?|helpers?)[/.]' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
}
