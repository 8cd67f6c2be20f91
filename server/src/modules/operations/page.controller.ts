import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../../platform/http/access';
import { problems } from '../../platform/http/problem';
import { type PageFile, pageFiles } from './page-files';

/** The operators' page at `/staff`: a few files, the same for everybody; what it shows comes from `/api/v1/staff`. */
@ApiExcludeController()
@Controller('staff')
export class PageController {
  private readonly files = pageFiles();

  @Get()
  @Access('public')
  page(@Res() reply: FastifyReply): void {
    send(reply, this.files.get('index.html'));
  }

  @Get(':file')
  @Access('public')
  file(@Param('file') name: string, @Res() reply: FastifyReply): void {
    send(reply, this.files.get(name));
  }
}

function send(reply: FastifyReply, file: PageFile | undefined): void {
  if (file === undefined) throw problems.notFound();
  void reply
    .header('content-type', file.type)
    .header('cache-control', 'no-cache')
    .header('content-security-policy', PAGE_POLICY)
    .send(file.content);
}

/** Stricter than the phone's: nothing inline at all, and nobody may frame it. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
