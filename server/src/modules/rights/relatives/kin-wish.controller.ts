import { KinWishDto } from '@jinmen/shared/dto/deceased-request.dto';
import type { KinWishView } from '@jinmen/shared/residents/relatives';
import { Body, Controller, Get, Put } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentResident, type Resident } from '../../../platform/auth/current';
import { Access } from '../../../platform/http/access';
import { objectOf, problemSchema } from '../../../platform/http/json-schema';
import { KinWishes } from './kin-wishes.service';

const kinWishSchema = objectOf({ withheld: { type: 'boolean' }, sayable: { type: 'boolean' } });

@ApiTags('rights')
@Controller('api/v1/me/kin-wish')
export class KinWishController {
  constructor(private readonly wishes: KinWishes) {}

  @Get()
  @Access('resident')
  @ApiOperation({ summary: 'Whether, after their death, relatives get what is kept of them here (PIPL 49)' })
  @ApiOkResponse({ schema: kinWishSchema })
  read(@CurrentResident() { accountId }: Resident): Promise<KinWishView> {
    return this.wishes.of(accountId);
  }

  @Put()
  @Access('resident')
  @ApiOperation({ summary: 'Says so, or takes it back' })
  @ApiBody({ schema: objectOf({ withheld: { type: 'boolean' } }) })
  @ApiOkResponse({ schema: kinWishSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiForbiddenResponse({ schema: problemSchema })
  @ApiConflictResponse({ schema: problemSchema })
  say(@CurrentResident() { accountId }: Resident, @Body() { withheld }: KinWishDto): Promise<KinWishView> {
    return this.wishes.say(accountId, withheld);
  }
}
