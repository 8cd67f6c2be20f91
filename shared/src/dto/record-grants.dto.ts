import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsString, MaxLength, MinLength, ValidateNested } from 'class-validator';

export class GrantResultDto {
  @IsString({ message: 'template 应是一段文字。' })
  @MinLength(1, { message: 'template 不能是空的。' })
  @MaxLength(80, { message: 'template 太长了。' })
  template!: string;

  @IsIn(['accept', 'reject', 'ban', 'filter'], { message: 'result 应是 accept、reject、ban 或 filter。' })
  result!: 'accept' | 'reject' | 'ban' | 'filter';
}

/** `POST /notices/grants`: what `wx.requestSubscribeMessage` answered in the tap. */
export class RecordGrantsDto {
  @IsArray({ message: 'results 应是一个列表。' })
  @ArrayMaxSize(5, { message: 'results 最多 5 项。' })
  @ValidateNested({ each: true })
  @Type(() => GrantResultDto)
  results!: GrantResultDto[];
}
