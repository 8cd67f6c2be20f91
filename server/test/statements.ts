import { DataSource } from 'typeorm';
import type { TestServer } from './server';

/** Every statement from now on; other jobs of the server may add theirs. */
export function heardStatements({ app }: Pick<TestServer, 'app'>) {
  const dataSource = app.get(DataSource);
  const before = dataSource.logger;
  const heard: string[] = [];
  const logger = { ...before, logQuery: (query: string) => void heard.push(query) };
  Object.assign(dataSource, { logger: Object.setPrototypeOf(logger, Object.getPrototypeOf(before)) });
  return {
    matching: (what: RegExp): readonly string[] => heard.filter((each) => what.test(each)),
    stop: () => void Object.assign(dataSource, { logger: before }),
  };
}
