import { start } from '../public/start';
import './verify.css';
import { VerifyPage } from './verify-page';

start(<VerifyPage />);
