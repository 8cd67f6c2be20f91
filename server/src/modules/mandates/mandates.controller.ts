import { AcceptMandateDto, AskMandateDto } from '@jinmen/shared/dto/mandate.dto';
import type { MandateView } from '@jinmen/shared/residents/mandates';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { CurrentResident, type Resident } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { problemSchema } from '../../platform/http/json-schema';
import { Owned } from '../../platform/http/owned';
import { Idempotent } from '../../platform/idempotency/idempotent';
import { Agreeing } from './agreeing.service';
import { Helping } from './helping.service';
import { MandateViews } from './mandate-views.service';
import { acceptSchema, askMandateSchema, mandateSchema, mandatesSchema } from './mandates.schema';

@ApiTags('mandates')
@Controller('api/v1/mandates')
export class MandatesController {
  constructor(
    private readonly helping: Helping,
    private readonly agreeing: Agreeing,
    private readonly views: MandateViews,
  ) {}

  @Get()
  @Access('resident')
  @ApiOperation({ summary: '代办: whom one helps, and who helps oneself' })
  @ApiOkResponse({ schema: mandatesSchema })
  async list(@CurrentResident() { accountId }: Resident): Promise<{ items: MandateView[] }> {
    return { items: await this.views.list(accountId) };
  }

  @Get(':id')
  @Access('resident')
  @Owned('mandate')
  @ApiOperation({ summary: 'One of them: what happens next' })
  @ApiOkResponse({ schema: mandateSchema })
  find(@CurrentResident() { accountId }: Resident, @Param('id') id: string): Promise<MandateView> {
    return this.agreeing.view(accountId, id);
  }

  @Post()
  @HttpCode(201)
  @Access('resident')
  @Idempotent()
  @ApiOperation({ summary: 'Asks to do one matter for somebody, up to a day; they are asked whether they want it' })
  @ApiBody({ schema: askMandateSchema })
  @ApiCreatedResponse({ schema: mandateSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiForbiddenResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  ask(@CurrentResident() { accountId }: Resident, @Body() typed: AskMandateDto): Promise<MandateView> {
    return this.helping.ask(accountId, typed);
  }

  @Post(':id/read-back')
  @HttpCode(200)
  @Access('resident')
  @Owned('mandate')
  @Idempotent()
  @ApiOperation({ summary: 'Sends the message once more, with another code; three at most' })
  @ApiOkResponse({ schema: mandateSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  sendAgain(@CurrentResident() { accountId }: Resident, @Param('id') id: string): Promise<MandateView> {
    return this.agreeing.sendAgain(accountId, id);
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @Access('resident')
  @Owned('mandate')
  @ApiOperation({ summary: 'The person’s own yes, or the code they told their helper: one code, five tries, a day' })
  @ApiBody({ schema: acceptSchema, required: false })
  @ApiOkResponse({ schema: mandateSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiConflictResponse({ schema: problemSchema })
  @ApiUnprocessableEntityResponse({ schema: problemSchema })
  accept(
    @CurrentResident() { accountId }: Resident,
    @Param('id') id: string,
    @Body() { code }: AcceptMandateDto,
  ): Promise<MandateView> {
    return this.agreeing.accept(accountId, id, code);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('resident')
  @Owned('mandate')
  @ApiOperation({ summary: 'The person stops it, or the helper gives it up: at once, for good' })
  @ApiNoContentResponse()
  @ApiConflictResponse({ schema: problemSchema })
  end(@CurrentResident() { accountId }: Resident, @Param('id') id: string): Promise<void> {
    return this.agreeing.end(accountId, id);
  }
}
