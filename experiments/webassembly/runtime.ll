; What Numba's kernels call outside themselves: memory, which here is an arena that the kernel's entry empties.
; A block of memory is Numba's own record (count, destructor, its argument, data, size) followed by the data.

@arena = global i32 0

define ptr @NRT_MemInfo_alloc_aligned(i64 %size, i32 %align) {
  %here = load i32, ptr @arena
  %up = add i32 %here, 63
  %record = and i32 %up, -64
  %data = add i32 %record, 64
  %bytes = trunc i64 %size to i32
  %end = add i32 %data, %bytes
  store i32 %end, ptr @arena
  %address = inttoptr i32 %record to ptr
  %place = getelementptr { i64, ptr, ptr, ptr, i64 }, ptr %address, i32 0, i32 3
  %pointer = inttoptr i32 %data to ptr
  store ptr %pointer, ptr %place
  ret ptr %address
}

define void @NRT_incref(ptr %record) { ret void }

define void @NRT_decref(ptr %record) { ret void }
