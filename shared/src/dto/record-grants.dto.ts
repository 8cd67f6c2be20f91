import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsString, MaxLength, MinLength, ValidateNested } from 'class-validator';

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
  @ValidateNested({ each: true })
  @Type(() => GrantResultDto)
  results!: GrantResultDto[];
}
