import { databaseUrls } from './database-urls';

it.each([
  ['mysql://root@127.0.0.1:3306/x', ['mysql://root@127.0.0.1:3306/x']],
  ['mysql://db/x', ['mysql://db/x']],
  [
    'mysql://app:s%40cret@db1:3306,db2:3307,db3/jinmen',
    ['mysql://app:s%40cret@db1:3306/jinmen', 'mysql://app:s%40cret@db2:3307/jinmen', 'mysql://app:s%40cret@db3/jinmen'],
  ],
])('%s names its nodes in order', (value, urls) => {
  expect(databaseUrls(value)).toEqual(urls);
});

it.each([
  'mysql://db',
  'mysql://db/',
  'mysql://db1,/x',
  'mysql://db1:3306,db1:3306/x',
  'mysql://db1:port,db2/x',
  'postgres://db/x',
  'mysql:///x',
])('%s is not how nodes are named', (value) => {
  expect(databaseUrls(value)).toBeUndefined();
});
