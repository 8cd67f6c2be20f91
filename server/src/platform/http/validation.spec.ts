import { Type } from 'class-transformer';
import { IsInt, IsString, Matches, ValidateNested } from 'class-validator';
import { Problem } from './problem';
import { StrictPipe } from './validation';

class Leaf {
  @IsInt()
  grams!: number;
}

class TeaDto {
  @Matches(/^[a-z]+$/, { message: '请填茶的名字。' })
  name!: string;

  @IsString({ each: true })
  notes!: string[];

  @ValidateNested()
  @Type(() => Leaf)
  leaf!: Leaf;
}

async function errorsOf(body: unknown): Promise<unknown> {
  try {
    await new StrictPipe().transform(body, { type: 'body', metatype: TeaDto });
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error.errors;
    throw error;
  }
}

describe('the strict pipe', () => {
  const good = { name: 'longjing', notes: [], leaf: { grams: 3 } };

  it('takes what the DTO describes', async () => {
    expect(await errorsOf(good)).toBeUndefined();
  });

  it('refuses a field the DTO does not know, by name', async () => {
    expect(await errorsOf({ ...good, role: 'admin' })).toEqual([
      { field: 'role', code: 'field.unknown', message: '没有这一项，请去掉。' },
    ]);
  });

  it('keeps the DTO’s own words, hides the built-in English, and names nested fields by their path', async () => {
    expect(await errorsOf({ ...good, name: '1', leaf: { grams: 'x' } })).toEqual([
      { field: 'name', code: 'field.invalid', message: '请填茶的名字。' },
      { field: 'leaf.grams', code: 'field.invalid', message: '这一项填得不对。' },
    ]);
  });

  it('refuses a body that is no object', async () => {
    const errors = [
      { field: 'name', code: 'field.invalid', message: '请填茶的名字。' },
      { field: 'notes', code: 'field.invalid', message: '这一项填得不对。' },
    ];
    for (const body of [[], null, 'text']) expect(await errorsOf(body)).toEqual(errors);
  });
});
