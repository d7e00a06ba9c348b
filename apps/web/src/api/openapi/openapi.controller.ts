import { Controller, Get } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Action } from '../../http/action.js';
import type { PageView } from '../../http/page-renderer.js';
import { View } from '../../http/view.interceptor.js';
import { ApiDescription } from './api-description.js';
import { referenceView } from './api-reference.view.js';

/** What the API can do: for programs, and for the people who write them. */
@Controller('api')
export class OpenApi {
  constructor(private readonly description: ApiDescription) {}

  @Get('v1/openapi.json')
  @Action({ permission: 'public' })
  document(): Promise<OpenAPIObject> {
    return this.description.document();
  }

  @Get('docs')
  @Action({ permission: 'public' })
  @View('api/docs')
  async reference(): Promise<PageView> {
    return referenceView(await this.description.document());
  }
}
