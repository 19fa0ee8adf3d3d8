import { start } from '../public/start';
import { PhonePage } from './phone-page';
import './phone.css';

start(<PhonePage />);
