import { QueryFailedError } from 'typeorm';

// loaded before a program: soon after it has begun, a statement fails that nobody waits for
const values = ['测试甲', '11010519491231002X'];
const why = new Error(`Duplicate entry '${values.join('-')}' for key 'uq'`);
setTimeout(() => {
  void Promise.reject(new QueryFailedError(`INSERT INTO person VALUES ('${values.join("', '")}')`, values, why));
}, 0);
