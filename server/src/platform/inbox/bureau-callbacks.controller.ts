import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiBody,
  ApiConflictResponse,
  ApiHeaders,
  ApiOkResponse,
  ApiOperation,
  ApiServiceUnavailableResponse,
  ApiTags,
  ApiUnauthorizedResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access } from '../http/access';
import { NEVER_SHED } from '../http/admission/admission';
import { RAW_BODY } from '../http/json-body';
import { anyObject, objectOf, oneOf, problemSchema, text } from '../http/json-schema';
import { Problem } from '../http/problem';
import { CallbackSignature } from './callback-signature';
import { Inbox, type Taken } from './inbox';

const SIGNED_HEADERS = ['Key-Id', 'Timestamp', 'Nonce', 'Event-Id', 'Signature'] as const;

const callbackSchema = objectOf({
  type: text('SL'),
  at: text('2026-11-26T09:12:40+08:00'),
  data: anyObject('as the bureau’s own document says'),
});

/** Where bureaus tell us what happened. Public, because the signature says who is calling. */
@ApiTags('bureaus')
@Controller('api/v1/bureau-callbacks')
export class BureauCallbacksController {
  constructor(
    private readonly signature: CallbackSignature,
    private readonly inbox: Inbox,
  ) {}

  @Post(':bureau')
  @HttpCode(200)
  @Access('public')
  @RouteConfig({ ...RAW_BODY, ...NEVER_SHED })
  @ApiOperation({ summary: 'A bureau says what happened; signed, taken once, 200 only after it is kept' })
  @ApiHeaders(SIGNED_HEADERS.map((name) => ({ name, description: 'docs/bureaus/transport.md §2', required: true })))
  @ApiBody({ schema: callbackSchema })
  @ApiOkResponse({ schema: objectOf({ status: oneOf('received') }) })
  @ApiUnauthorizedResponse({ schema: problemSchema })
  @ApiConflictResponse({ schema: problemSchema })
  @ApiUnprocessableEntityResponse({ schema: problemSchema })
  @ApiServiceUnavailableResponse({ schema: problemSchema })
  async receive(
    @Param('bureau') bureau: string,
    @Body() body: Buffer | undefined,
    @Req() { method, originalUrl, headers }: FastifyRequest,
  ): Promise<{ status: 'received' }> {
    const bytes = body ?? Buffer.alloc(0);
    const signed = this.signature.check({ bureau, method, pathWithQuery: originalUrl, headers, body: bytes });
    return received(await this.inbox.take(signed));
  }
}

/** The answers of docs/bureaus/transport.md §5: after 200 and 422 the bureau sends it no more. */
function received(taken: Taken): { status: 'received' } {
  switch (taken) {
    case 'applied':
    case 'not-applicable':
    case 'repeated':
      return { status: 'received' };
    case 'nonce-reused':
      throw new Problem(409, 'callback.nonce-reused', '这个随机数已经用过，请换一个再发。');
    case 'unreadable':
      throw new Problem(422, 'callback.unreadable', '这条消息和接口文件不一致，已经转给工作人员看。');
    case 'too-early':
      throw new Problem(503, 'callback.too-early', '这条消息来得早了，请过一会儿再发。', [], {
        headers: { 'retry-after': '5' },
      });
  }
}
