/** What is the same for everybody who asks: a cache may keep it by its tag, and asks each time whether it still holds. */
export const MAY_BE_KEPT: ReadonlySet<string> = new Set([
  'GET /privacy',
  'GET /agreement',
  'GET /places',
  'GET /catalogue',
  'GET /standards',
  'GET /services',
  'GET /services/{service}/sites',
  'GET /services/{service}/windows',
  'GET /services/{service}/days',
  'GET /voyages',
  'GET /voyages/{id}',
]);
