### الرسائل في بحث الموقع كله.

search-messages = الرسائل
search-all-messages = كل الرسائل التي فيها هذا
contacts-write = اكتب
