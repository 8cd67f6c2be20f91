import { ReasonDto } from '@jinmen/shared/dto/staff.dto';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentStaff, type Staff } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { problemSchema } from '../../platform/http/json-schema';
import { type DeadLettersView, Messages, type UndeliveredView } from './messages.service';
import { deadLettersSchema, undeliveredSchema } from './operations.schema';

@ApiTags('staff')
@Controller('api/v1/staff')
export class MessagesController {
  constructor(private readonly messages: Messages) {}

  @Get('undelivered')
  @Access('staff', ['operator', 'auditor'])
  @ApiOperation({ summary: 'How many messages wait for an answer, and since when, by bureau' })
  @ApiOkResponse({ schema: undeliveredSchema })
  async undelivered(): Promise<{ items: UndeliveredView[] }> {
    return { items: await this.messages.undelivered() };
  }

  @Get('dead-letters')
  @Access('staff', ['operator', 'auditor'])
  @ApiOperation({ summary: 'Messages that stopped; later ones of the same order wait behind them' })
  @ApiOkResponse({ schema: deadLettersSchema })
  deadLetters(): Promise<DeadLettersView> {
    return this.messages.dead();
  }

  @Post('dead-letters/:id/replay')
  @HttpCode(204)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'Send it again, with the same key' })
  @ApiNoContentResponse()
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  replay(@CurrentStaff() { staffId }: Staff, @Param('id') id: string, @Body() { reason }: ReasonDto): Promise<void> {
    return this.messages.replay(id, staffId, reason);
  }

  @Post('dead-letters/:id/skip')
  @HttpCode(204)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'Give it up; what waits behind it goes on' })
  @ApiNoContentResponse()
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  skip(@CurrentStaff() { staffId }: Staff, @Param('id') id: string, @Body() { reason }: ReasonDto): Promise<void> {
    return this.messages.skip(id, staffId, reason);
  }
}
