import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Observable } from 'rxjs';
import { isApiPath, requestOf } from './request-context.js';
import { assertFilesFit, readFileForm } from './upload.js';

/** Reads the files of programs, who are known by now, and refuses what was too large. No transaction waits for it. */
@Injectable()
export class UploadInterceptor implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = requestOf(context);
    if (request.isMultipart()) {
      if (isApiPath(request.url)) await readFileForm(request);
      assertFilesFit(request.body);
    }
    return next.handle();
  }
}
