### من قرأ ما كتبه المرء، حيث تسمح الدار بمعرفته.

chat-was-seen = شوهدت
chat-was-seen-by = شاهدها { $first }
chat-was-seen-by-two = شاهدها { $first } و{ $second }
chat-was-seen-by-more = { $count ->
    [zero] شاهدها { $first } و{ $second }
    [one] شاهدها { $first } و{ $second } وشخص آخر
    [two] شاهدها { $first } و{ $second } وشخصان آخران
    [few] شاهدها { $first } و{ $second } و{ $count } آخرون
    [many] شاهدها { $first } و{ $second } و{ $count } شخصًا آخر
   *[other] شاهدها { $first } و{ $second } و{ $count } شخص آخر
}
