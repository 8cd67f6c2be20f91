import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';

/**
 * Another DTO inside this one, or with `each` a list of them. An object, said once more: by itself `ValidateNested` takes an
 * empty list for one, because nothing in it is wrong.
 */
export function Nested(type: () => new () => object, { each = false } = {}): PropertyDecorator {
  return (target, name) => {
    ValidateNested({ each })(target, name);
    Type(type)(target, name);
    IsObject({ each, message: '这一项填得不对。' })(target, name);
  };
}
