import { ReasonDto } from '@jinmen/shared/dto/staff.dto';
import { applyDecorators, Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentStaff, type Staff } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { arrayOf, objectOf, oneOf, problemSchema, text } from '../../platform/http/json-schema';
import { FamilyDesk, type UnsettledRelatives } from '../sea/farewells/family-desk.port';

const instant = { type: 'string', format: 'date-time' } as const;
const yesOrNo = { type: 'boolean' } as const;

const unsettledSchema = objectOf({
  more: yesOrNo,
  items: arrayOf(
    objectOf({
      id: text('4b1f6d7e-0000-4000-8000-000000000000'),
      number: text('HM-7KQ2M9'),
      'deceased?': text('王*'),
      applicant: text('王*'),
      'phone?': text('138****5678'),
      papersSeen: yesOrNo,
      hasPlace: yesOrNo,
      name: text('王*'),
      relation: text('儿子'),
      state: oneOf('asks', 'not-now', 'silent', 'agrees', 'differs'),
      since: instant,
      'handing?': objectOf({ at: instant, yours: yesOrNo }),
    }),
  ),
});

const ActOnOne = (summary: string) =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiNoContentResponse(),
    ApiBadRequestResponse({ schema: problemSchema }),
    ApiForbiddenResponse({ schema: problemSchema }),
    ApiNotFoundResponse({ schema: problemSchema }),
    ApiConflictResponse({ schema: problemSchema }),
  );

/** Families of a farewell at sea that are not of one mind: whose it is, two colleagues say together. */
@ApiTags('staff')
@Controller('api/v1/staff/farewell-relatives')
export class FarewellRelativesController {
  constructor(private readonly desk: FamilyDesk) {}

  @Get()
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'Who asks, was not taken in or differs; names and numbers masked' })
  @ApiOkResponse({ schema: unsettledSchema })
  list(@CurrentStaff() { staffId }: Staff): Promise<UnsettledRelatives> {
    return this.desk.list(staffId);
  }

  @Post(':id/proposal')
  @HttpCode(204)
  @Access('staff', ['operator'])
  @ActOnOne('The papers were seen: the farewell should be this relative’s, and why')
  propose(@CurrentStaff() { staffId }: Staff, @Param('id') id: string, @Body() { reason }: ReasonDto): Promise<void> {
    return this.desk.propose(staffId, id, reason.trim());
  }

  @Post(':id/hand-over')
  @HttpCode(204)
  @Access('staff', ['operator'])
  @ActOnOne('Hands it over, by a second colleague; a place at sea is given up')
  handOver(@CurrentStaff() { staffId }: Staff, @Param('id') id: string, @Body() { reason }: ReasonDto): Promise<void> {
    return this.desk.handOver(staffId, id, reason.trim());
  }

  @Post(':id/closing')
  @HttpCode(204)
  @Access('staff', ['operator'])
  @ActOnOne('It stays as it is, and why')
  leave(@CurrentStaff() { staffId }: Staff, @Param('id') id: string, @Body() { reason }: ReasonDto): Promise<void> {
    return this.desk.leave(staffId, id, reason.trim());
  }
}
