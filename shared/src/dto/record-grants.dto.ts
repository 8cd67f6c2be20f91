import { ArrayMaxSize, IsArray, IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { Nested } from './nested';

export class GrantResultDto {
  @IsString({ message: '请从上一页重新进来。' })
  @MinLength(1, { message: '请从上一页重新进来。' })
  @MaxLength(80, { message: '请从上一页重新进来。' })
  template!: string;

  @IsIn(['accept', 'reject', 'ban', 'filter'], { message: '请从上一页重新进来。' })
  result!: 'accept' | 'reject' | 'ban' | 'filter';
}

/** `POST /notices/grants`: what `wx.requestSubscribeMessage` answered in the tap. */
export class RecordGrantsDto {
  @IsArray({ message: '请从上一页重新进来。' })
  @ArrayMaxSize(5, { message: '请从上一页重新进来。' })
  @Nested(() => GrantResultDto, { each: true })
  results!: GrantResultDto[];
}
